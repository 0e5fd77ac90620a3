"""The one blueprint of all pages of clients."""

from flask import Blueprint

pages = Blueprint("clients", __name__)
