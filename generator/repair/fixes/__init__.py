"""The repairs, each registered under the name that findings give as their ``fix``."""
