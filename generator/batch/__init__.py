"""Many documents at once: jobs run by processes or a cluster, kept in a ledger, listed in a manifest.

Knows nothing of documents: a job is a callable that returns the bytes of its files. What has been done is in the
ledger of the output folder, so that a batch that was stopped at any moment goes on where it was.
"""
