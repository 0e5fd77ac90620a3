"""Many answer files at once: unpacked, checked one by one, then imported one by one."""
