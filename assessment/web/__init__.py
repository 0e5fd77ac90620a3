"""The pages: one module per thing a person does, thin edges around the services."""
