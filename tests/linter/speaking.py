"""What one rule says of a draft."""

from converter.inputs import parse, source_of
from converter.linter.registry import all_rules
from converter.linter.rule import Hit
from converter.linter.subject import Subject
from converter.profiles.choice import Choice


def hits(name: str, draft: str) -> list[Hit]:
    """The finds of the rule of that name in the reports of a draft, whatever it is set to."""
    (rule,) = (rule for rule in all_rules() if rule.name == name)
    documents = parse("-", draft.encode(), Choice()).documents
    source = source_of("-", draft.encode())
    return [
        hit
        for document in documents
        for hit in rule.check(
            Subject(document, Choice().of(document.profile), source, tuple(documents))
        )
    ]
