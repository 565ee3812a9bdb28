"""The shapes of the JSON answers, versioned. A shape's name and version are its `schema` field."""
