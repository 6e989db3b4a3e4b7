"""The program's version. It decides about bytes, so the rooms know it."""

VERSION = "0.1.0"
