"""What columns are by what stands in them, where their titles leave it open."""
