"""The Vietnamese language and its values: pure functions between what stands in a text and what it means."""
