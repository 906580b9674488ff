"""Heat maps as one SVG file: red below zero, blue above, layer 0 on top."""

CELL, GAP, TOP, LEFT = 18, 46, 44, 30
RED, WHITE, BLUE = (178, 24, 43), (247, 247, 247), (33, 102, 172)


def draw(grids, limit):
    """An SVG of several maps {title: grid [layer, head]} side by side, with colours saturated at ±limit."""
    first = next(iter(grids.values()))
    panel = first.shape[1] * CELL
    width = LEFT + len(grids) * (panel + GAP)
    height = TOP + first.shape[0] * CELL + 34
    lefts = [LEFT + index * (panel + GAP) for index in range(len(grids))]
    parts = [panel_of(title, grid, left, limit) for (title, grid), left in zip(grids.items(), lefts)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'font-family="sans-serif" font-size="10" text-anchor="middle">\n'
        f'<rect width="100%" height="100%" fill="white"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def panel_of(title, grid, left, limit):
    """One map: title, cells that name themselves on hover, and indices on both axes."""
    layers, heads = grid.shape
    centre = left + heads * CELL / 2
    lines = [f'<text x="{centre}" y="20" font-size="14">{title}</text>']
    for layer in range(layers):
        y = TOP + layer * CELL
        lines.append(f'<text x="{left - 10}" y="{y + 13}">{layer}</text>')
        for head in range(heads):
            value = grid[layer, head].item()
            lines.append(
                f'<rect x="{left + head * CELL}" y="{y}" width="{CELL}" height="{CELL}" fill="{colour(value / limit)}">'
                f"<title>L{layer}H{head} {value:.3f}</title></rect>"
            )
    bottom = TOP + layers * CELL
    lines += [f'<text x="{left + (head + 0.5) * CELL}" y="{bottom + 13}">{head}</text>' for head in range(heads)]
    lines.append(f'<text x="{centre}" y="{bottom + 28}">head</text>')
    return "\n".join(lines)


def colour(share):
    """The colour of a value as a share of the limit."""
    end = BLUE if share > 0 else RED
    amount = min(1.0, abs(share))
    return "#" + "".join(f"{round(white + (target - white) * amount):02x}" for white, target in zip(WHITE, end))
