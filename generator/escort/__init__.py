"""Who walks with an innovation until people benefit: who waits for whom, what has stood still."""
