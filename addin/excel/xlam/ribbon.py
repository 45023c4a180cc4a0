"""The ribbon tab 「绩效自评」 as a customUI14 part, generated from `ziping.surface`."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from xlam.wrappers import callback
from ziping.surface import BUTTONS, CATEGORY, GROUPS

NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"


def ribbon() -> bytes:
    """The XML of the part; ids are the commands, so they are unique as long as the commands are."""
    out = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', f'<customUI xmlns="{NAMESPACE}">']
    out.append(f'  <ribbon><tabs><tab id="zipingTab" label={quoteattr(CATEGORY)} insertAfterMso="TabView" keytip="Z">')
    for number, group in enumerate(GROUPS):
        out.append(f'    <group id="zipingGroup{number}" label={quoteattr(group)}>')
        for button in (b for b in BUTTONS if b.group == group):
            out.append(
                f'      <button id="ziping_{button.handler}" label={quoteattr(button.label)} size="{"large" if button.large else "normal"}"'
                f' imageMso="{button.icon}" keytip="{button.keytip}" screentip={quoteattr(button.label)} supertip={quoteattr(button.help)}'
                f' onAction="{callback(button.handler)}"/>'
            )
        out.append("    </group>")
    out.append("  </tab></tabs></ribbon>")
    out.append("</customUI>")
    return "\n".join(out).encode("utf-8")
