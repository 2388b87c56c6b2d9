"""What the steps of a huisverbod ask, by where they are done: at the scene, and in the days after.

All of it falls in class H (domain brief 1.5).
"""
