"""What the steps do: each service carries out one step by calling the services of casework."""
