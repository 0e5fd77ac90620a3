"""Heavy work away from the web worker: reports and charts in processes of their own."""
