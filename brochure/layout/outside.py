"""What makes the outside: own name, title, signs alone, what to say, the stamp field, the code line."""

from __future__ import annotations

from msgspec.structs import replace

from brochure.layout.elements import Element, RuleElement, TextElement
from brochure.layout.operations import Role
from brochure.layout.rooms import CAP_OVER_BODY, Room, on, under, words_of
from brochure.layout.shapes import horizontal, rounded
from brochure.layout.workbench import Workbench
from brochure.model.document import CodeLine, Endonym, Say, Signs, StampField, Title
from brochure.model.slots import CodeLineSlot, EndonymSlot, SaySlot, SignsSlot, StampFieldSlot, TitleSlot

DESCENT = 0.24
"""How far letters of a title hang below their baseline, in em; the gap to the line below counts from there."""


def compose_endonym(bench: Workbench, panel: str, block: Endonym, slot: EndonymSlot) -> tuple[Element, ...]:
    """The language's own name, spoken by a bubble; one with a capital is centred on the height of capitals."""
    frame = slot.frame
    capital = slot.role.size * CAP_OVER_BODY / 2 if block.name.text[:1].isupper() else 0.0
    y = frame.y + frame.height / 2 + capital
    middle = Room("middle", y, frame.y, frame.y + frame.height, frame.x, frame.width)
    return bench.bubble(slot.bubble), bench.fact(block.name, bench.line(panel, block.name, slot.role, middle))


def compose_title(bench: Workbench, panel: str, block: Title, slot: TitleSlot) -> tuple[Element, ...]:
    """The title, and the line under it: the title is alone in its role, so its size is known before the line's."""
    script = bench.fitter.script
    short = slot.title.short_size if script.is_short else None
    role = replace(slot.title, size=short) if short else slot.title
    title = bench.setting(panel, role, under(slot.frame), [block.title])
    (fit,) = bench.fitter.fit([title])
    last = (fit.baselines[-1] if fit.baselines else slot.frame.y) + fit.measures.em * DESCENT
    heading = TextElement(Role.P, title, bench.ink("black"))
    if block.line is None or slot.line is None:
        return (heading,)
    return heading, bench.text(panel, [block.line], under(slot.frame, last + slot.gap), slot.line)


def compose_signs(bench: Workbench, _panel: str, block: Signs, slot: SignsSlot) -> tuple[Element, ...]:
    """Signs answer in a bubble of their own, or stand on a tile each."""
    elements: list[Element] = [bench.bubble(slot.bubble)] if slot.bubble else []
    for use, place in zip(block.signs, slot.places, strict=True):
        ground = slot.bubble.area.ink if slot.bubble else place.ink
        elements.extend(() if slot.bubble else bench.ground(place))
        elements.append(bench.sign(use, place, slot.ink, slot.accent, ground))
    return tuple(elements)


def compose_say(bench: Workbench, panel: str, block: Say, slot: SaySlot) -> tuple[Element, ...]:
    """The sentence, its sound, a rule, its meaning: each in a place of its own.

    Who reads the language of the services needs neither its sound nor its meaning.
    """
    phrase, frame = slot.phrase, slot.meaning.frame
    ground: tuple[Element, ...] = (bench.bubble(slot.bubble),) if slot.bubble else ()
    if bench.document.language.tag == block.phrase.language:
        if slot.bubble:
            area = slot.bubble.area
            middle = area.y + area.height / 2
            alone = Room("middle", middle, area.y, area.y + area.height, frame.x, frame.width)
        else:
            alone = words_of(phrase)
        return *ground, bench.fact(block.phrase, bench.line(panel, block.phrase, phrase.role, alone))
    sound = bench.setting(panel, slot.sound.role, words_of(slot.sound), [block.sound])
    rule: tuple[Element, ...] = ()
    if slot.rule:
        line = horizontal(bench.sheet.left(frame.x, frame.width), slot.rule.y, frame.width)
        rule = (RuleElement(line, bench.ink("black"), slot.rule.width),)
    lower = bench.lower(slot.meaning.role)
    return (
        *ground,
        bench.fact(block.phrase, bench.line(panel, block.phrase, phrase.role, words_of(phrase))),
        TextElement(Role.P, replace(sound, each_sentence=True), bench.ink("black")),
        *rule,
        bench.words(panel, [block.meaning], slot.meaning, lower),
    )


def compose_stamp_field(
    bench: Workbench, _panel: str, block: StampField, slot: StampFieldSlot
) -> tuple[Element, ...]:
    """Room for a local number or a stamp; nothing of it is read."""
    ink = slot.area.ink
    outline = rounded(bench.sheet.rect(slot.area).inset(slot.line / 2), slot.area.radius)
    return (
        RuleElement(outline, bench.ink(ink), slot.line),
        bench.sign(block.sign, slot.sign, ink, ink, "paper", pale=True),
    )


def compose_code_line(
    bench: Workbench, panel: str, block: CodeLine, slot: CodeLineSlot
) -> tuple[Element, ...]:
    """Which copy this is."""
    return (bench.fact(block.code, bench.line(panel, block.code, slot.role, on(slot.frame, slot.baseline))),)
