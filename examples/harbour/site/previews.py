"""Tags that tell a messenger what a linked page shows."""

from html import escape

ORIGIN = "https://gannethaven.example"
DEFAULT_IMAGE = "/images/north-pier.jpg"
IMAGE_SIZE = (1200, 630)


def preview_tags(title: str, description: str, path: str) -> str:
    """Return the Open Graph tags of a page as lines of HTML."""
    width, height = IMAGE_SIZE
    properties = {
        "og:title": title,
        "og:description": description,
        "og:url": ORIGIN + path,
        "og:image": ORIGIN + DEFAULT_IMAGE,
        "og:image:width": str(width),
        "og:image:height": str(height),
    }
    return "\n".join(
        f'<meta property="{name}" content="{escape(content)}">'
        for name, content in properties.items()
    )
