"""How an agreement goes forward: stages with evidence, files, duties."""
