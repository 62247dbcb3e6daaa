package serve

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// guard lets through only what a person at this machine asks, or a page that this
// server sent: another page in the same browser can send requests too.
//
//   - The Host must be localhost or an address: a name that somebody points at this
//     machine (DNS rebinding) is refused.
//   - What changes something must come from a page of this server, or from no page at
//     all (curl): Sec-Fetch-Site and Origin tell, and browsers do not let pages forge them.
//   - What another site embeds or fetches is refused too, since reading costs time.
func (s *Server) guard(next http.Handler) http.Handler {
	origins := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		headers(w.Header())
		switch {
		case !s.knows(r.Host):
			fail(w, http.StatusMisdirectedRequest, problemHost)
		case origins.Check(r) != nil, r.Method != http.MethodGet && r.Method != http.MethodHead && r.Header.Get("Origin") == "null":
			fail(w, http.StatusForbidden, problemOrigin)
		case r.Header.Get("Sec-Fetch-Site") == "cross-site" && r.Header.Get("Sec-Fetch-Mode") != "navigate",
			slices.Contains([]string{"iframe", "frame", "embed", "object"}, r.Header.Get("Sec-Fetch-Dest")):
			fail(w, http.StatusForbidden, problemOrigin)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// headers are those of every answer. A page says besides which script is its own.
func headers(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()")
	h.Set("Cache-Control", "no-store")
}

// knows says whether the server may be asked by this name.
func (s *Server) knows(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.ToLower(strings.TrimSuffix(strings.Trim(name, "[]"), "."))
	if name == "localhost" || slices.Contains(s.opt.Hosts, name) {
		return true
	}
	addr, err := netip.ParseAddr(name)
	return err == nil && (s.opt.Anywhere || addr.IsLoopback())
}
