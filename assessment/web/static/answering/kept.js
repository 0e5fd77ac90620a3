// Changes that the server has not acknowledged yet, in this browser's storage. One entry for each
// question and window: two windows never overwrite what the other one keeps.

const PREFIX = "kept answer";
const own = Math.random().toString(36).slice(2);
let count = 0;

// Held as long as this window lives, however it ends: nobody takes what it keeps before that.
navigator.locks?.request(lockOf(own), () => new Promise(() => {}));

function lockOf(window) {
  return `${PREFIX} of ${window}`;
}

export function keep(assessment, change) {
  const stamp = `${own}-${++count}`;
  const key = [PREFIX, assessment, change.question, own].join("/");
  try {
    localStorage.setItem(key, JSON.stringify({ ...change, at: Date.now(), stamp }));
    return { key, stamp, safe: true };
  } catch {
    return { key, stamp, safe: false };
  }
}

// What was typed since it was sent stays.
export function forget({ key, stamp }) {
  try {
    if (JSON.parse(localStorage.getItem(key))?.stamp === stamp) localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

// Hands over what windows that are gone have left, and later what others leave when they go.
export function adopt(assessment, take) {
  const prefix = `${PREFIX}/${assessment}/`;
  const windows = new Set(keysOf(prefix).map((key) => key.split("/").at(-1)));
  windows.delete(own);
  for (const window of windows) {
    const takeAll = async () => {
      for (const change of changesOf(prefix, window)) await take(change);
    };
    if (navigator.locks) navigator.locks.request(lockOf(window), takeAll);
    else takeAll();
  }
}

function keysOf(prefix) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function changesOf(prefix, window) {
  const keys = keysOf(prefix).filter((key) => key.endsWith(`/${window}`));
  return keys.map(read).filter(Boolean).sort((one, other) => one.at - other.at);
}

// What something else wrote there under such a name is none of ours.
function read(key) {
  try {
    const change = JSON.parse(localStorage.getItem(key));
    return Array.isArray(change?.pairs) ? { key, ...change } : null;
  } catch {
    return null;
  }
}
