"""The files that make xlwings Server ours: the manifest with the ribbon 「绩效自评」, the script behind its buttons, the pictures.

All of it is generated from `ziping.surface`, so that this ribbon is the one of the add-in.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from ziping.surface import BUTTONS, CATEGORY, GROUPS, Button

MANIFEST_ID = "6f0f6a0e-9b0e-4a57-8c0a-1d2f5b7c9e31"
SIZES = (16, 32, 80)
_BLUE, _WHITE = b"\x1f\x4e\x79\xff", b"\xff\xff\xff\xff"


def write(folder: Path) -> None:
    """Lays out the project folder that the server is started with."""
    for path, content in {"templates/manifest.xml": manifest().encode(), "static/js/ribbon.js": script().encode()}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    pictures = folder / "static" / "images"
    pictures.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        (pictures / f"ziping-{size}.png").write_bytes(picture(size))


def script() -> str:
    """ribbon.js: every button runs the script of its handler."""
    handlers = ", ".join(f'"{button.handler}"' for button in BUTTONS)
    return f"""for (const name of [{handlers}]) {{
  Office.actions.associate(name, async (event) => {{
    try {{
      await xlwings.runPython({{ scriptName: name, errorDisplayMode: "alert" }});
    }} finally {{
      event.completed();
    }}
  }});
}}
"""


def picture(size: int) -> bytes:
    """A white tick on blue, as PNG."""
    rows = b"".join(b"\0" + b"".join(_WHITE if _tick(x / size, y / size) else _BLUE for x in range(size)) for y in range(size))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def _tick(x: float, y: float) -> bool:
    down = 0.2 <= x <= 0.42 and abs(y - (0.52 + (x - 0.2))) < 0.09
    up = 0.42 <= x <= 0.82 and abs(y - (0.74 - (x - 0.42) * 1.15)) < 0.1
    return down or up


def _control(button: Button) -> str:
    name = button.handler
    images = "".join(f'<bt:Image size="{size}" resid="Icon.{size}"/>' for size in SIZES)
    return f"""
                <Control xsi:type="Button" id="ziping_{name}">
                  <Label resid="{name}.label"/>
                  <Supertip><Title resid="{name}.label"/><Description resid="{name}.help"/></Supertip>
                  <Icon>{images}</Icon>
                  <Action xsi:type="ExecuteFunction"><FunctionName>{name}</FunctionName></Action>
                </Control>"""


def _group(number: int, name: str) -> str:
    images = "".join(f'<bt:Image size="{size}" resid="Icon.{size}"/>' for size in SIZES)
    controls = "".join(_control(button) for button in BUTTONS if button.group == name)
    return f"""
              <Group id="zipingGroup{number}">
                <Label resid="group{number}.label"/>
                <Icon>{images}</Icon>{controls}
              </Group>"""


def manifest() -> str:
    """The manifest as a template of the server: it fills in the address. No namespace: the function is PERF_SCORE on every host."""
    groups = "".join(_group(number, name) for number, name in enumerate(GROUPS))
    images = "".join(f'\n        <bt:Image id="Icon.{size}" DefaultValue="{{{{ base_url }}}}/static/images/ziping-{size}.png"/>' for size in SIZES)
    short = "".join(f"\n        <bt:String id={quoteattr(key)} DefaultValue={quoteattr(text)}/>" for key, text in _short_texts())
    long = "".join(f'\n        <bt:String id="{button.handler}.help" DefaultValue={quoteattr(button.help)}/>' for button in BUTTONS)
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="TaskPaneApp">
  <Id>{MANIFEST_ID}</Id>
  <Version>1.0.0.0</Version>
  <ProviderName>ziping</ProviderName>
  <DefaultLocale>zh-CN</DefaultLocale>
  <DisplayName DefaultValue="{escape(CATEGORY)}"/>
  <Description DefaultValue="预算绩效自评：计分、校验、写报告"/>
  <IconUrl DefaultValue="{{{{ base_url }}}}/static/images/ziping-32.png"/>
  <HighResolutionIconUrl DefaultValue="{{{{ base_url }}}}/static/images/ziping-80.png"/>
  <SupportUrl DefaultValue="{{{{ base_url_with_app_path }}}}/"/>
  <AppDomains><AppDomain>{{{{ base_url_with_app_path }}}}</AppDomain></AppDomains>
  <Hosts><Host Name="Workbook"/></Hosts>
  <Requirements><Sets DefaultMinVersion="1.1"><Set Name="SharedRuntime" MinVersion="1.1"/></Sets></Requirements>
  <DefaultSettings><SourceLocation DefaultValue="{{{{ base_url_with_app_path }}}}/taskpane.html"/></DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts>
      <Host xsi:type="Workbook">
        <Runtimes><Runtime resid="Taskpane.Url" lifetime="long"/></Runtimes>
        <AllFormFactors>
          <ExtensionPoint xsi:type="CustomFunctions">
            <Script><SourceLocation resid="Functions.Script.Url"/></Script>
            <Page><SourceLocation resid="Taskpane.Url"/></Page>
            <Metadata><SourceLocation resid="Functions.Metadata.Url"/></Metadata>
          </ExtensionPoint>
        </AllFormFactors>
        <DesktopFormFactor>
          <FunctionFile resid="Taskpane.Url"/>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <CustomTab id="zipingTab">{groups}
              <Label resid="tab.label"/>
            </CustomTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>{images}
      </bt:Images>
      <bt:Urls>
        <bt:Url id="Taskpane.Url" DefaultValue="{{{{ base_url_with_app_path }}}}/taskpane.html"/>
        <bt:Url id="Functions.Script.Url" DefaultValue="{{{{ base_url_with_app_path }}}}/xlwings/custom-functions-code.js"/>
        <bt:Url id="Functions.Metadata.Url" DefaultValue="{{{{ base_url_with_app_path }}}}/xlwings/custom-functions-meta.json"/>
      </bt:Urls>
      <bt:ShortStrings>{short}
      </bt:ShortStrings>
      <bt:LongStrings>{long}
      </bt:LongStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>
"""


def _short_texts() -> list[tuple[str, str]]:
    groups = [(f"group{number}.label", name) for number, name in enumerate(GROUPS)]
    return [("tab.label", CATEGORY), *groups, *((f"{button.handler}.label", button.label) for button in BUTTONS)]
