"""What every request passes before a page sees it, from the outside in: headers, failures, proxies, hosts, limits, origins, the gate."""
