"""Looking through the catalogue of cases: filters, search, order, and the map."""
