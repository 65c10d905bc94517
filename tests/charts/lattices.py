"""The cases of the career lattice: roles, steps and stages."""

from pmoascode.charts.lattice import Node

STAGES = ("Entry", "Intermediate", "Senior", "Executive")
HOSTILE = "</title><script>alert('1')</script> & \"q\" \x00\x1b <b>bold"

ROLES = (
    Node("coordinator", "PMO coordinator", 0, "1 person", "../roles/pmo-coordinator/", True),
    Node("junior", "Junior project manager", 0, "1 person", "../roles/junior/", True),
    Node("support", "Project support", 0, "", "", True),
    Node("analyst", "PMO analyst", 1, "2 people"),
    Node("ba", "Business analyst", 1),
    Node("pm", "Project manager", 1, "9 people", "../roles/project-manager/"),
    Node("cm", "Change manager", 1),
    Node("programme", "Programme manager", 2, "3 people"),
    Node("director", "Programme director", 2),
    Node("portfolio", "Portfolio manager", 2),
    Node("pmo", "PMO director", 3),
    Node("cpo", "Chief project officer", 3),
)
STEPS = (
    *(("support", "junior"), ("coordinator", "analyst"), ("coordinator", "pm"), ("junior", "pm")),
    *(("junior", "analyst"), ("junior", "ba"), ("analyst", "ba"), ("analyst", "portfolio")),
    *(("analyst", "programme"), ("ba", "cm"), ("ba", "pm"), ("ba", "portfolio")),
    *(("cm", "programme"), ("cm", "director"), ("pm", "programme"), ("pm", "director")),
    *(("pm", "portfolio"), ("programme", "director"), ("programme", "portfolio")),
    *(("programme", "pmo"), ("director", "pmo"), ("portfolio", "pmo"), ("pmo", "cpo")),
)
LATTICES: dict[str, tuple[tuple[Node, ...], tuple[tuple[str, str], ...], tuple[str, ...]]] = {
    "lattice-whole": (ROLES, STEPS, STAGES),
    "lattice-empty": ((), (), STAGES),
    "lattice-one": (ROLES[:1], (), STAGES),
    "lattice-gap-in-stages": ((ROLES[0], ROLES[-1]), (("coordinator", "cpo"),), STAGES),
    "lattice-circle-and-fall": (
        ROLES[:4],
        (("junior", "support"), ("support", "junior"), ("analyst", "junior"), ("pm", "pm")),
        STAGES,
    ),
    "lattice-hostile": (
        (Node("a", HOSTILE, 0, HOSTILE, "javascript:alert(1)"), Node("b", "x" * 200, 1, "y" * 90)),
        (("a", "b"), ("b", "a"), ("a", "nobody")),
        (HOSTILE, HOSTILE),
    ),
    "lattice-seven-beside": (
        tuple(Node(f"r{n}", f"Role of the number {n}", n == 7) for n in range(8)),
        tuple((f"r{n}", "r7") for n in range(7)),
        STAGES,
    ),
    "lattice-wide": (
        tuple(Node(f"r{n}", f"Role of the number {n}", n % 4, f"{n} people") for n in range(32)),
        tuple(
            (f"r{n}", f"r{m}")
            for n in range(32)
            for m in range(32)
            if n % 4 < m % 4 and (n + m) % 7 == 0
        ),
        STAGES,
    ),
}
