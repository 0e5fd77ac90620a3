"""What is asked: the questionnaire as data, answers to it, and which questions apply."""
