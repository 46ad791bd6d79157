"""What runs inside the jail, and the codec both sides share.

This folder alone of gradekit is mounted in the jail, so its modules import nothing of gradekit but each other, and
nothing outside the standard library, NumPy and msgpack until the runtime is known.
"""
