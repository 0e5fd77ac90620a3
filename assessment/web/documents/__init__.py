"""The documents of one assessment: which, in which language, how long and with which parts."""
