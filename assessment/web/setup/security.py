"""Headers, cookies and checks that keep other sites out of a tool without accounts."""

from ipaddress import ip_address

from flask import Flask, Response, abort, request, session
from flask_wtf.csrf import CSRFProtect

# `data:` for pictures only: the icons of KERN are masks with data addresses in its style sheet.
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; "
    "img-src 'self' data:; "
    "object-src 'none'; "
    "base-uri 'none'; "
    "form-action 'self'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def register(app: Flask) -> None:
    """Add the headers to every answer, and refuse forged forms and foreign host names."""
    app.config.update(
        SESSION_COOKIE_NAME="ki_readiness",
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_REFRESH_EACH_REQUEST=False,
        # A page may stay open for weeks between two answers; its form must still be good.
        WTF_CSRF_TIME_LIMIT=None,
    )
    app.before_request(_refuse_foreign_hosts)
    app.before_request(_keep_session)
    CSRFProtect(app)
    app.after_request(_with_headers)


def _refuse_foreign_hosts() -> None:
    """A name that somebody else points at 127.0.0.1 would let that site read the answers."""
    name = request.host if request.host.endswith("]") else request.host.rsplit(":", 1)[0]
    if not _is_this_computer(name.strip("[]")):
        abort(421)


def _is_this_computer(name: str) -> bool:
    try:
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False


def _keep_session() -> None:
    if request.endpoint != "static" and not session.permanent:
        session.permanent = True


def _with_headers(response: Response) -> Response:
    response.headers.extend(HEADERS)
    if request.endpoint != "static":
        # Going back in the browser must show what is stored now, not an old copy of the form.
        response.headers["Cache-Control"] = "no-store"
    elif request.path.endswith(".js") and "v" not in request.args:
        # A script that another one imports has an address that does not change with it.
        response.headers["Cache-Control"] = "no-cache"
    return response
