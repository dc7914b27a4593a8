"""An application that knows nothing of its identity provider but the address of its metadata, a client id and a secret."""

import os

from authlib.integrations.flask_client import OAuth
from flask import Flask, redirect, session, url_for
from markupsafe import escape

app = Flask(__name__)
app.secret_key = os.urandom(32)

oauth = OAuth(app)
oauth.register(
    name="sso",
    client_id=os.environ["CLIENT_ID"],
    client_secret=os.environ["CLIENT_SECRET"],
    server_metadata_url=os.environ["SERVER_METADATA_URL"],
    client_kwargs={"scope": "openid email profile"},
)


@app.route("/")
def home():
    if "email" not in session:
        return redirect(url_for("login"))
    return f"Hello, {escape(session['email'])}!"


@app.route("/login")
def login():
    return oauth.sso.authorize_redirect(url_for("callback", _external=True))


@app.route("/oidc/callback")
def callback():
    session["email"] = oauth.sso.authorize_access_token()["userinfo"]["email"]
    return redirect(url_for("home"))


@app.route("/alive")
def alive():
    return "yes"


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ["PORT"]))
