"""Region folders."""

from case import accept, reject, warn

TIES = "source,target\na,b\n"
ACTORS = "id,label\na,A\nb,B\n"


def described(yaml: str | bytes) -> dict[str, str | bytes]:
    return {"ties.csv": TIES, "region.yaml": yaml}


CASES = [
    warn("folder-ties-only", {"ties.csv": TIES}, 2, 1),
    accept("folder-with-actors", {"ties.csv": TIES, "actors.csv": ACTORS}, 2, 1),
    reject("folder-of-nothing-known", {"notes.txt": "nothing\n"}),
    reject("folder-without-ties", {"actors.csv": ACTORS}),
    reject("folder-misnamed-ties", {"Ties.csv": TIES}),
    warn("folder-misnamed-actors", {"ties.csv": TIES, "actor.csv": ACTORS}, 2, 1),
    warn("folder-other-files", {"ties.csv": TIES, "notes.txt": "x", ".hidden": b"\x00"}, 2, 1),
    reject("folder-empty-ties", {"ties.csv": b""}),
    reject("folder-empty-actors", {"ties.csv": TIES, "actors.csv": b""}),
    reject("folder-unknown-actor", {"ties.csv": "source,target\na,c\n", "actors.csv": ACTORS}, 2),
    reject("folder-actor-twice", {"ties.csv": TIES, "actors.csv": "id\na\nb\na\n"}, 4),
    reject("folder-actor-twice-nfd", {"ties.csv": TIES, "actors.csv": "id\na\nb\n\u00e5\na\u030a\n"}, 5),
    reject("folder-parent-cycle", {"ties.csv": TIES, "actors.csv": "id,parent\na,b\nb,a\n"}, 3),
    reject("folder-own-parent", {"ties.csv": TIES, "actors.csv": "id,parent\na,a\nb,\n"}, 2),
    reject("folder-unknown-parent", {"ties.csv": TIES, "actors.csv": "id,parent\na,z\nb,\n"}, 2),
    accept("folder-half-an-employee", {"ties.csv": TIES, "actors.csv": "id,employees\na,1.5\nb,\n"}, 2, 1),
    reject("folder-latitude-91", {"ties.csv": TIES, "actors.csv": "id,lat,lon\na,91,10\nb,,\n"}, 2),
    reject("folder-no-such-outcome", {"ties.csv": TIES, "joint_actions.csv": "id,outcome,participants\nj,won,a|b\n"}, 2),
    reject("folder-unknown-arena", {"ties.csv": TIES, "participation.csv": "actor,arena\na,x\n"}, 2),
    reject("folder-innovation-cycle", {"ties.csv": TIES, "innovations.csv": "id,sources\ni,k\nk,i\n"}, 3),
    reject("folder-negative-count", {"ties.csv": TIES, "programmes.csv": "id\np\n", "funnel.csv": "programme,stage,order,count\np,asked,1,-3\n"}, 2),
    reject("folder-score-3", {"ties.csv": TIES, "assessments.csv": "actor,category,score\na,openness,3\n"}, 2),
    reject("folder-answered-perhaps", {"ties.csv": TIES, "roster.csv": "respondent,answered\na,perhaps\n"}, 2),
    reject("folder-two-encodings-of-nothing", {"ties.csv": b"\xff\xfe"}),
    warn("folder-windows-1252", {"ties.csv": "source,target\nå,b\n".encode("cp1252")}, 2, 1),
    warn("folder-separators-per-file", {"ties.csv": "source;target;weight\na;b;1,5\n", "actors.csv": ACTORS}, 2, 1),
    warn("folder-escaped-bars", {"ties.csv": "source,target\n", "actors.csv": "id,needs\na,x\\|y|z\n"}, 1, 0),
    # region.yaml
    warn("yaml-empty", described(b""), 2, 1),
    warn("yaml-null", described("~\n"), 2, 1),
    reject("yaml-a-list", described("- a\n- b\n"), 1),
    reject("yaml-a-word", described("hello\n"), 1),
    warn("yaml-unknown-key", described("titel: x\n"), 2, 1),
    reject("yaml-key-twice", described("title: a\ntitle: b\n"), 2),
    reject("yaml-unclosed", described("title: \"a\nrelations: {\n"), 3),
    reject("yaml-tabs", described("relations:\n\ttrust: {}\n"), 2),
    reject("yaml-billion-laughs", described("a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\ntitle: *c\n"), 2),
    reject("yaml-own-alias", described("title: &a [*a]\n"), 1),
    reject("yaml-merge-key", described("relations: &r {trust: {}}\nactor_types:\n  <<: *r\n"), 3),
    reject("yaml-two-documents", described("title: a\n---\ntitle: b\n"), 2),
    reject("yaml-deep", described("title: " + "[" * 20000 + "\n"), 1),
    reject("yaml-deep-mapping", described("{a: " * 15000), 1),
    reject("yaml-nul", described(b"title: a\x00b\n"), 1),
    reject("yaml-bad-date", described("date: 2021-02-30\n"), 1),
    reject("yaml-scale-backwards", described("relations:\n  tie: {scale: [5, 1]}\n"), 2),
    reject("yaml-scale-nan", described("relations:\n  tie: {scale: [.nan, .inf]}\n"), 2),
    reject("yaml-directed-perhaps", described("relations:\n  tie:\n    directed: perhaps\n"), 3),
    reject("yaml-wave-twice", described("waves: [w1, w1]\n"), 1),
    reject("yaml-no-such-kind", described("relations:\n  tie: {kind: hate}\n"), 2),
    reject("yaml-weight-off-scale", {"ties.csv": "source,target,weight\na,b,9\n", "region.yaml": "relations:\n  tie: {scale: [1, 5]}\n"}, 2),
    reject("yaml-tags", described("title: !!python/object:os.system x\n"), 1),
]
