"""The papers: text set in paired columns and written as PDF; knows the rules, no database."""
