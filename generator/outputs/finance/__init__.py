"""What the finance page and the departments' pages show of budgets and their execution."""
