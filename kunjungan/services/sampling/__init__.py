"""What the sample office holds round its visit, a part each."""
