"""How an agreement goes forward: stages, files, signatures, originals, duties."""
