// Changes that the server has not acknowledged yet, in this browser's storage. One entry for each
// question and window: two windows never overwrite what the other one keeps.

const PREFIX = "kept answer";
const own = Math.random().toString(36).slice(2);
let count = 0;

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

export function keptOf(assessment) {
  const found = [];
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(`${PREFIX}/${assessment}/`)) {
        found.push({ key, ...JSON.parse(localStorage.getItem(key)) });
      }
    }
  } catch {
    return found;
  }
  return found.sort((one, other) => one.at - other.at);
}
