"""vanban: Vietnamese administrative documents from structured data, in the form of Nghị định 30/2020/NĐ-CP."""
