"""By which attributes brokerage is looked at: complete columns with a few values."""

GROUPINGS: dict[str, tuple[str, ...]] = {
    "brazilian-farmers": ("adoption_status", "community"),
    "ckm-diffusion": ("city", "type"),
    "ckm-physicians": ("city", "type"),
    "cordis-widening": ("country_group",),
    "knoke-bureaucracies": ("type",),
    "krackhardt-managers": ("department", "type"),
    "lazega-lawyers": ("office", "practice"),
    "nfdi-consortia": ("applied_2020", "applied_2021"),
    "ryanair-charleroi": ("sector", "type"),
}


def groupings(dataset: str) -> tuple[str, ...]:
    """Empty where a data set has no attribute to group by."""
    return GROUPINGS.get(dataset, ())
