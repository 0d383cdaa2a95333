"""Briefings on paper and in other programs' formats."""
