"""The gate: any Word file judged by NĐ 30 on what it shows, each finding with its clause and its place."""
