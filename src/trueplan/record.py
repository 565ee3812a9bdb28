"""The frozen records that everything here is made of, and the names that annotate them.

To a type checker `Record` is `typing.NamedTuple`. At run time it is a tuple with the same
behaviour whose classes are made in a tenth of the time: `NamedTuple` compiles every annotation
and a constructor for each class, which for sixty classes costs more than reading a plan.
The names for annotations are here because annotations are not run, but importing `typing` is.
"""

from __future__ import annotations

__all__ = ["Any", "AnyPath", "Literal", "NoReturn", "Record", "TextIO"]

TYPE_CHECKING = False  # importing it from typing would cost what is saved here

if TYPE_CHECKING:
    from os import PathLike
    from typing import Any, Literal, NamedTuple as Record, NoReturn, TextIO

    AnyPath = str | PathLike[str]
else:
    from _collections import _tuplegetter

    _MANY = 30

    class _Name:
        """Stands where only a type checker looks; `Literal["a"] | None` is one as well."""

        def __getitem__(self, _names):
            return self

        def __or__(self, _other):
            return self

        __ror__ = __or__

    Any = AnyPath = Literal = NoReturn = TextIO = _Name()

    class _RecordType(type):
        def __new__(mcs, name, bases, namespace):
            fields = tuple(namespace.get("__annotations__", ())) if bases != (tuple,) else ()
            defaults = {field: namespace[field] for field in fields if field in namespace}
            for index, field in enumerate(fields):
                namespace[field] = _tuplegetter(index, None)
            namespace.setdefault("__slots__", ())
            namespace["__match_args__"] = namespace["_fields"] = fields
            namespace["_field_defaults"] = defaults
            namespace["_made"] = 0
            return super().__new__(mcs, name, bases, namespace)

    def _constructor(cls):
        """A `__new__` of the class's own: worth compiling once many are made."""
        names = ", ".join(cls._fields)
        source = f"lambda _cls, {names}: _new(_cls, ({names},))"
        function = eval(source, {"_new": tuple.__new__})
        function.__defaults__ = tuple(cls._field_defaults.values())
        return staticmethod(function)

    class Record(tuple, metaclass=_RecordType):
        """A tuple with named fields; made by position, by name, or both."""

        def __new__(cls, *values, **named):  # noqa: D102
            cls._made += 1
            if cls._made == _MANY:
                cls.__new__ = _constructor(cls)
            missing = cls._fields[len(values) :]
            if missing or named:
                defaults = cls._field_defaults
                try:
                    values += tuple(
                        [
                            named.pop(field) if field in named else defaults[field]
                            for field in missing
                        ]
                    )
                except KeyError as error:
                    raise TypeError(f"{cls.__name__} lacks a value for {error}") from None
                if named:
                    raise TypeError(f"{cls.__name__} takes no {', '.join(named)}")
            elif len(values) > len(cls._fields):
                raise TypeError(f"{cls.__name__} takes {len(cls._fields)} values")
            return tuple.__new__(cls, values)

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            pairs = zip(self._fields, self, strict=True)
            inner = ", ".join(f"{field}={value!r}" for field, value in pairs)
            return f"{type(self).__name__}({inner})"

        @classmethod
        def _make(cls, values):
            return cls(*values)

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, **named):
            return type(self)(
                *[
                    named.pop(field) if field in named else value
                    for field, value in zip(self._fields, self, strict=True)
                ],
                **named,
            )
