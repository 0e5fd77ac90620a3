"""The frame that the body sets: its factors, and the plan and targets of the roadmap."""
