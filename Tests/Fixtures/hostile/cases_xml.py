"""GraphML and GEXF."""

from case import Case, accept, reject, warn

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def graphml(body: str, keys: str = "", head: str = HEAD, default: str = "directed") -> str:
    return (
        f'{head}<graphml xmlns="http://graphml.graphdrafting.org/xmlns">\n{keys}'
        f'<graph edgedefault="{default}">\n{body}</graph>\n</graphml>\n'
    )


def gexf(nodes: str, edges: str = "", attributes: str = "", graph: str = "", head: str = HEAD) -> str:
    return (
        f'{head}<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
        f'<graph defaultedgetype="directed"{graph}>\n{attributes}<nodes>\n{nodes}</nodes>\n'
        f"<edges>\n{edges}</edges>\n</graph>\n</gexf>\n"
    )


AB = '<node id="a"/>\n<node id="b"/>\n'
TIE = '<edge source="a" target="b"/>\n'
WEIGHT = '<key id="w" for="edge" attr.name="weight" attr.type="double"/>\n'


def weighted(value: str) -> str:
    return graphml(AB + f'<edge source="a" target="b"><data key="w">{value}</data></edge>\n', WEIGHT)


LAUGHS = (
    "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [\n<!ENTITY a \"ha\">\n"
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">\n' for i in range(9))
    + "]>\n"
)
OUTSIDE = '<?xml version="1.0"?>\n<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n'
QUADRATIC = '<?xml version="1.0"?>\n<!DOCTYPE g [<!ENTITY x "' + "y" * 20000 + '">]>\n'

SHARED: list[Case] = []
for kind, make in (
    ("graphml", lambda body, head: graphml(body, head=head)),
    ("gexf", lambda body, head: gexf(body, head=head)),
):
    SHARED += [
        reject(f"{kind}-billion-laughs.{kind}", make('<node id="&j;"/>\n', LAUGHS), 2),
        reject(f"{kind}-entity-of-a-file.{kind}", make('<node id="&x;"/>\n', OUTSIDE), 2),
        reject(f"{kind}-quadratic-entities.{kind}", make('<node id="' + "&x;" * 1000 + '"/>\n', QUADRATIC), 2),
        warn(f"{kind}-outside-dtd.{kind}", make(AB, HEAD + '<!DOCTYPE x SYSTEM "http://example.org/x.dtd">\n'), 2, 0),
        reject(f"{kind}-outside-dtd-and-entity.{kind}", make('<node id="&aring;"/>\n', HEAD + '<!DOCTYPE x SYSTEM "file:///etc/passwd">\n'), 5 if kind == "graphml" else 6),
        reject(f"{kind}-unknown-entity.{kind}", make('<node id="&aring;"/>\n', HEAD), 4 if kind == "graphml" else 5),
        reject(f"{kind}-truncated.{kind}", make(AB, HEAD)[:-20], 6 if kind == "graphml" else 9),
        reject(f"{kind}-text-after-the-end.{kind}", make(AB, HEAD) + "more\n", 8 if kind == "graphml" else 12),
        reject(f"{kind}-second-root.{kind}", make(AB, HEAD) + "<x/>\n", 8 if kind == "graphml" else 12),
        reject(f"{kind}-node-twice.{kind}", make(AB + '<node id="a"/>\n', HEAD), 6 if kind == "graphml" else 7),
        reject(f"{kind}-node-without-id.{kind}", make("<node/>\n", HEAD), 4 if kind == "graphml" else 5),
        reject(f"{kind}-nul-reference.{kind}", make('<node id="&#0;"/>\n', HEAD), 4 if kind == "graphml" else 5),
        reject(f"{kind}-surrogate-reference.{kind}", make('<node id="&#xD800;"/>\n', HEAD), 4 if kind == "graphml" else 5),
        reject(f"{kind}-attribute-twice.{kind}", make('<node id="a" id="b"/>\n', HEAD), 4 if kind == "graphml" else 5),
        reject(f"{kind}-wrong-closing-tag.{kind}", make('<node id="a"></edge>\n', HEAD), 4 if kind == "graphml" else 5),
        reject(f"{kind}-cut-in-a-tag.{kind}", make(AB, HEAD)[:160]),
        reject(f"{kind}-deep.{kind}", make('<node id="a">' + "<x>" * 15000, HEAD)),
        reject(f"{kind}-a-letter-of-latin-1.{kind}", make('<node id="Å"/>\n', "").encode("latin-1")),
        warn(f"{kind}-latin-1-declared.{kind}", make('<node id="Å"/>\n', '<?xml version="1.0" encoding="ISO-8859-1"?>\n').encode("latin-1"), 1, 0),
        reject(f"{kind}-nothing-inside.{kind}", f"<{kind}/>"),
        warn(f"{kind}-character-data.{kind}", make('<!-- <node id="z"/> --><?php x ?><node id="a&#x1F600;&amp;&#10;"/>\n', HEAD), 1, 0),
    ]

CASES = SHARED + [
    accept("graphml-plain.graphml", graphml(AB + TIE), 2, 1),
    warn("graphml-prefix.graphml", '<g:graphml xmlns:g="http://graphml.graphdrafting.org/xmlns"><g:graph edgedefault="directed"><g:node id="a"/></g:graph></g:graphml>', 1, 0),
    accept("graphml-edges-before-nodes.graphml", graphml(TIE + AB), 2, 1),
    reject("graphml-unknown-end.graphml", graphml(AB + '<edge source="a" target="z"/>\n'), 6),
    reject("graphml-edge-without-target.graphml", graphml(AB + '<edge source="a"/>\n'), 6),
    reject("graphml-unknown-key.graphml", graphml('<node id="a"><data key="x">1</data></node>\n'), 4),
    reject("graphml-key-twice.graphml", graphml(AB, WEIGHT + WEIGHT), 4),
    reject("graphml-value-twice.graphml", graphml(AB + '<edge source="a" target="b"><data key="w">1</data><data key="w">2</data></edge>\n', WEIGHT), 7),
    reject("graphml-nested.graphml", graphml('<node id="a"><graph edgedefault="directed"/></node>\n'), 4),
    reject("graphml-hyperedge.graphml", graphml(AB + '<hyperedge><endpoint node="a"/></hyperedge>\n'), 6),
    accept("graphml-ports.graphml", graphml('<node id="a"><port name="n"/></node>\n<node id="b"/>\n<edge source="a" target="b" sourceport="n"/>\n'), 2, 1),
    reject("graphml-two-graphs.graphml", graphml(AB).replace("</graphml>", '<graph edgedefault="directed"/></graphml>'), 7),
    warn("graphml-no-edgedefault.graphml", graphml(AB + TIE).replace(' edgedefault="directed"', ""), 2, 1),
    reject("graphml-edgedefault-mixed.graphml", graphml(AB, default="mixed"), 3),
    reject("graphml-directed-perhaps.graphml", graphml(AB + '<edge source="a" target="b" directed="perhaps"/>\n'), 6),
    warn("graphml-mixed-directions.graphml", graphml(AB + TIE + '<edge source="b" target="a" directed="false"/>\n'), 2, 3),
    reject("graphml-weight-inf.graphml", weighted("INF"), 7),
    reject("graphml-weight-nan.graphml", weighted("NaN"), 7),
    reject("graphml-weight-hex.graphml", weighted("0x10"), 7),
    reject("graphml-weight-comma.graphml", weighted("1,5"), 7),
    reject("graphml-weight-1e999.graphml", weighted("1e999"), 7),
    accept("graphml-weight-blanks.graphml", weighted("\n  2.5 "), 2, 1),
    accept("graphml-weight-cdata.graphml", weighted("<![CDATA[2]]>"), 2, 1),
    accept("graphml-loops-and-parallels.graphml", graphml(AB + TIE + TIE + '<edge source="a" target="a"/>\n'), 2, 3),
    reject("graphml-integer-and-a-half.graphml", graphml('<node id="a"><data key="n">1.5</data></node>\n', '<key id="n" for="node" attr.name="n" attr.type="int"/>\n'), 5),
    reject("graphml-integer-overflows.graphml", graphml('<node id="a"><data key="n">99999999999999999999</data></node>\n', '<key id="n" for="node" attr.name="n" attr.type="long"/>\n'), 5),
    reject("graphml-unknown-encoding.graphml", graphml(AB, head='<?xml version="1.0" encoding="klingon"?>\n'), 1),
    reject("graphml-not-the-encoding-declared.graphml", graphml(AB, head='<?xml version="1.0" encoding="UTF-16"?>\n'), 1),
    warn("graphml-utf-8-declared-latin-1.graphml", graphml('<node id="å"/>\n', head='<?xml version="1.0" encoding="ISO-8859-1"?>\n'), 1, 0),
    reject("graphml-flag-of-words.graphml", graphml('<node id="a"><data key="f">maybe</data></node>\n', '<key id="f" for="node" attr.name="f" attr.type="boolean"/>\n'), 5),
    warn("graphml-unknown-element.graphml", graphml(AB + "<desc>text</desc>\n"), 2, 0),
    reject("graphml-element-out-of-place.graphml", graphml(AB + "<vertex/>\n"), 6),
    # GEXF
    accept("gexf-plain.gexf", gexf(AB, TIE), 2, 1),
    reject("gexf-version-2.gexf", gexf(AB).replace('version="1.3"', 'version="2.0"'), 2),
    reject("gexf-unknown-end.gexf", gexf(AB, '<edge source="a" target="z"/>\n'), 9),
    reject("gexf-edge-without-source.gexf", gexf(AB, '<edge target="b"/>\n'), 9),
    reject("gexf-unknown-attribute.gexf", gexf('<node id="a"><attvalues><attvalue for="7" value="x"/></attvalues></node>\n'), 5),
    reject("gexf-attribute-declared-twice.gexf", gexf(AB, "", '<attributes class="node"><attribute id="0" title="x" type="string"/><attribute id="0" title="y" type="string"/></attributes>\n'), 4),
    reject("gexf-attributes-without-class.gexf", gexf(AB, "", "<attributes/>\n"), 4),
    reject("gexf-integer-of-words.gexf", gexf('<node id="a"><attvalues><attvalue for="0" value="x"/></attvalues></node>\n', "", '<attributes class="node"><attribute id="0" title="n" type="integer"/></attributes>\n'), 6),
    reject("gexf-integer-and-a-half.gexf", gexf('<node id="a"><attvalues><attvalue for="0" value="1.5"/></attvalues></node>\n', "", '<attributes class="node"><attribute id="0" title="n" type="integer"/></attributes>\n'), 6),
    reject("gexf-colour-256.gexf", gexf('<node id="a"><viz:color r="256" g="0" b="0"/></node>\n'), 5),
    reject("gexf-position-nan.gexf", gexf('<node id="a"><viz:position x="nan" y="0"/></node>\n'), 5),
    reject("gexf-no-such-type.gexf", gexf(AB, '<edge source="a" target="b" type="loop"/>\n'), 9),
    reject("gexf-weight-inf.gexf", gexf(AB, '<edge source="a" target="b" weight="inf"/>\n'), 9),
    accept("gexf-mutual.gexf", gexf(AB, '<edge source="a" target="b" type="mutual"/>\n'), 2, 2),
    accept("gexf-no-edge-ids.gexf", gexf(AB, TIE + TIE), 2, 2),
    warn("gexf-many-spells.gexf", gexf('<node id="a"><spells><spell start="2001" end="2002"/><spell start="2004" end="2005"/></spells></node>\n'), 1, 0),
    warn("gexf-values-over-time.gexf", gexf('<node id="a"><attvalues><attvalue for="0" value="1" start="2001"/><attvalue for="0" value="2" start="2002"/></attvalues></node>\n', "", '<attributes class="node" mode="dynamic"><attribute id="0" title="n" type="integer"/></attributes>\n'), 1, 0),
    reject("gexf-intervals-and-timestamps.gexf", gexf('<node id="a"><spells><spell start="2001" end="2002"/><spell timestamp="2004"/></spells></node>\n'), 5),
    reject("gexf-time-of-intervals-and-stamps.gexf", gexf('<node id="a" start="2001" timestamp="2003"/>\n'), 5),
    warn("gexf-nested-nodes.gexf", gexf('<node id="a"><nodes><node id="b"/></nodes></node>\n'), 2, 0),
    reject("gexf-own-parent.gexf", gexf('<node id="a" pid="a"/>\n'), 5),
    reject("gexf-unknown-parent.gexf", gexf('<node id="a" pid="z"/>\n'), 5),
    reject("gexf-two-graphs.gexf", gexf(AB).replace("</gexf>", "<graph/></gexf>"), 11),
    reject("gexf-nodes-in-nodes.gexf", gexf("<nodes/>\n"), 5),
]
