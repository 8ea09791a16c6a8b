"""Every script but the Latin of the paper's own faces: shaping, direction, line ends, faces."""
