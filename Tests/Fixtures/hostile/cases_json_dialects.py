"""JSON of networkx, graphology, Cytoscape, D3, Kumu, and GeoJSON."""

from case import accept, reject, warn


def node_link(nodes: str = '{"id":"a"},{"id":"b"}', edges: str = '{"source":"a","target":"b"}') -> str:
    return f'{{"directed":true,"multigraph":false,\n"graph":{{}},\n"nodes":[{nodes}],\n"edges":[{edges}]}}\n'


def broken(name: str, text: str | bytes, line: int | None) -> object:
    return reject(f"json-{name}.json", text, line)


AB = '"nodes":[{"id":"a"},{"id":"b"}]'

CASES = [
    accept("json-plain.json", node_link(), 2, 1),
    accept("json-links.json", node_link().replace('"edges"', '"links"'), 2, 1),
    # JSON itself.
    broken("truncated", node_link()[:-20], 4),
    broken("cut-in-a-string", '{"nodes":[{"id":"a', 1),
    broken("trailing-text", node_link() + "x", 5),
    broken("second-document", node_link() + "{}", 5),
    broken("trailing-comma", node_link('{"id":"a"},'), 3),
    broken("comment", "{/* no */" + AB + ',"edges":[]}', 1),
    broken("single-quotes", "{'nodes':[],'edges':[]}", 1),
    broken("bare-words", "{nodes:[],edges:[]}", 1),
    broken("nan", node_link(edges='{"source":"a","target":"b","weight":NaN}'), 4),
    broken("infinity", node_link(edges='{"source":"a","target":"b","weight":-Infinity}'), 4),
    broken("hex", node_link(edges='{"source":"a","target":"b","weight":0x10}'), 4),
    broken("leading-zero", node_link(edges='{"source":"a","target":"b","weight":01}'), 4),
    broken("plus", node_link(edges='{"source":"a","target":"b","weight":+1}'), 4),
    broken("bare-point", node_link(edges='{"source":"a","target":"b","weight":1.}'), 4),
    broken("weight-1e999", node_link(edges='{"source":"a","target":"b","weight":1e999}'), 4),
    broken("weight-of-text", node_link(edges='{"source":"a","target":"b","weight":"heavy"}'), 4),
    broken("key-twice", '{"nodes":[],\n"nodes":[{"id":"a"}],"edges":[]}', 2),
    broken("key-twice-inside", node_link('{"id":"a","id":"b"}'), 3),
    broken("key-twice-escaped", node_link('{"id":"a","\\u0069d":"b"}'), 3),
    broken("lone-surrogate", node_link('{"id":"\\ud800"}'), 3),
    broken("surrogates-backwards", node_link('{"id":"\\ude00\\ud83d"}'), 3),
    broken("bad-escape", node_link('{"id":"\\x41"}'), 3),
    broken("short-escape", node_link('{"id":"\\u12"}'), 3),
    broken("control-character", node_link('{"id":"a\tb"}'), 3),
    broken("line-end-in-string", node_link('{"id":"a\nb"}'), 3),
    broken("nul-byte", node_link('{"id":"a\x00"}'), 3),
    broken("overlong", b'{"nodes":[{"id":"\xc0\xaf"}],"edges":[]}', 1),
    broken("deep-lists", "[" * 60000, 1),
    broken("deep-objects", '{"a":' * 12000, 1),
    broken("deep-value", node_link('{"id":"a","x":' + "[" * 20000 + "]" * 20000 + "}"), 3),
    broken("empty-list", "[]", 1),
    broken("a-number", "42", 1),
    broken("a-string", '"nodes"', 1),
    broken("null", "null", 1),
    broken("empty-object", "{}", 1),
    warn("json-pair-of-surrogates.json", node_link('{"id":"\\ud83d\\ude00"},{"id":"b"}', ""), 2, 0),
    warn("json-bom.json", b"\xef\xbb\xbf" + node_link().encode(), 2, 1),
    warn("json-utf16.json", node_link().encode("utf-16"), 2, 1),
    # Shapes.
    broken("nodes-no-list", '{"nodes":{},"edges":[]}', 1),
    broken("node-no-object", node_link('"a"'), 3),
    broken("node-without-id", node_link('{"id":"a"},{"size":1}'), 3),
    broken("node-id-null", node_link('{"id":null}'), 3),
    broken("node-id-list", node_link('{"id":[1,2]}'), 3),
    broken("node-twice", node_link('{"id":"a"},{"id":"b"},{"id":"a"}'), 3),
    broken("node-1-and-text-1", node_link('{"id":1},{"id":"1"}', ""), 3),
    broken("edge-without-target", node_link(edges='{"source":"a"}'), 4),
    broken("unknown-end", node_link(edges='{"source":"a","target":"z"}'), 4),
    broken("directed-of-text", node_link().replace("true", '"yes"'), 1),
    broken("windows-1252", b'{"directed":true,\n"nodes":[{"id":"\xe5"}],"edges":[]}', 2),
    broken("edges-and-links", '{"directed":true,' + AB + ',\n"edges":[{"source":"a","target":"b"}],"links":[{"source":"b","target":"a"}]}', 2),
    accept("json-huge-integers.json", node_link('{"id":9007199254740993},{"id":9007199254740992}', '{"source":9007199254740993,"target":9007199254740992}'), 2, 1),
    # graphology
    accept("graphology-plain.json", '{"options":{"type":"directed"},"nodes":[{"key":"a"},{"key":"b"}],"edges":[{"source":"a","target":"b"}]}', 2, 1),
    reject("graphology-key-missing.json", '{"nodes":[{"attributes":{"x":1}}],"edges":[]}', 1, "graphology"),
    reject("graphology-unknown-end.json", '{"nodes":[{"key":"a"}],\n"edges":[{"source":"a","target":"z"}]}', 2, "graphology"),
    reject("graphology-no-such-type.json", '{"options":{"type":"tangled"},"nodes":[{"key":"a"}],"edges":[]}', 1, "graphology"),
    # Cytoscape
    accept("cytoscape-plain.json", '{"directed":true,"elements":{"nodes":[{"data":{"id":"a"}},{"data":{"id":"b"}}],"edges":[{"data":{"source":"a","target":"b"}}]}}', 2, 1),
    reject("cytoscape-no-data.json", '{"elements":{"nodes":[{"id":"a"}],"edges":[]}}', 1, "cytoscape"),
    reject("cytoscape-unknown-end.json", '{"elements":{"nodes":[{"data":{"id":"a"}}],\n"edges":[{"data":{"source":"a","target":"z"}}]}}', 2, "cytoscape"),
    reject("cytoscape-elements-of-text.json", '{"elements":"none"}', 1, "cytoscape"),
    # D3
    warn("d3-plain.json", '{"nodes":[{"name":"a"},{"name":"b"}],"links":[{"source":0,"target":1,"value":2}]}', 2, 1),
    reject("d3-place-beyond.json", '{"nodes":[{"name":"a"}],\n"links":[{"source":0,"target":1}]}', 2, "d3"),
    reject("d3-place-negative.json", '{"nodes":[{"name":"a"}],\n"links":[{"source":0,"target":-1}]}', 2, "d3"),
    reject("d3-place-and-a-half.json", '{"nodes":[{"name":"a"},{"name":"b"}],\n"links":[{"source":0,"target":0.5}]}', 2, "d3"),
    reject("d3-place-huge.json", '{"nodes":[{"name":"a"}],\n"links":[{"source":0,"target":99999999999999999999}]}', 2, "d3"),
    # Kumu
    accept("kumu-plain.json", '{"elements":[{"label":"a"},{"label":"b"}],"connections":[{"from":"a","to":"b","direction":"directed"}]}', 2, 1),
    reject("kumu-no-such-direction.json", '{"elements":[{"label":"a"},{"label":"b"}],\n"connections":[{"from":"a","to":"b","direction":"up"}]}', 2),
    reject("kumu-no-to.json", '{"elements":[{"label":"a"}],\n"connections":[{"from":"a"}]}', 2),
    # GeoJSON
    warn("geojson-points.geojson", '{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","properties":{},"geometry":{"type":"Point","coordinates":[10.8,59.7]}}]}', 1, 0),
    reject("geojson-latitude-91.geojson", '{"type":"FeatureCollection","features":[\n{"type":"Feature","id":"a","properties":{},"geometry":{"type":"Point","coordinates":[10,91]}}]}', 2),
    reject("geojson-one-coordinate.geojson", '{"type":"FeatureCollection","features":[\n{"type":"Feature","id":"a","properties":{},"geometry":{"type":"Point","coordinates":[10]}}]}', 2),
    reject("geojson-coordinates-of-text.geojson", '{"type":"FeatureCollection","features":[\n{"type":"Feature","id":"a","properties":{},"geometry":{"type":"Point","coordinates":["x","y"]}}]}', 2),
]
