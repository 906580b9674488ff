"""The parts that make and measure tiny-ioi, a small model of GPT-2's architecture."""
