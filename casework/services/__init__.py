"""The only writers of the case: a noun a file, functions named by their verb.

Each works in one transaction: require the policy, change, record in the audit trail, tell.
"""
