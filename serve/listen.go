package serve

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"sync"
	"time"
)

// The limits of a connection. A document is sent and read within patience.
const (
	headerTime     = 10 * time.Second
	idleTime       = time.Minute
	headerBytes    = 32 << 10
	maxConnections = 256
	graceTime      = 5 * time.Second
)

// Run answers what comes to the listener until ctx ends, then lets what is under way
// finish for a few seconds. patience is how long one request may take.
func (s *Server) Run(ctx context.Context, to net.Listener, patience time.Duration, errs *log.Logger) error {
	server := &http.Server{Handler: s, ReadHeaderTimeout: headerTime, ReadTimeout: patience, WriteTimeout: 2 * patience, IdleTimeout: idleTime,
		MaxHeaderBytes: headerBytes, ErrorLog: errs}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(bounded(to)) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.Background(), graceTime)
	defer cancel()
	s.work.close()
	if err := server.Shutdown(grace); err != nil {
		server.Close()
	}
	if err := <-ended; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// bounded takes no more connections than maxConnections at a time.
func bounded(l net.Listener) net.Listener {
	return &boundedListener{Listener: l, free: make(chan struct{}, maxConnections), closed: make(chan struct{})}
}

type boundedListener struct {
	net.Listener
	free   chan struct{}
	closed chan struct{}
	once   sync.Once
}

// Accept waits until there is room for a connection, and for one.
func (l *boundedListener) Accept() (net.Conn, error) {
	select {
	case l.free <- struct{}{}:
	case <-l.closed:
		return nil, net.ErrClosed
	}
	c, err := l.Listener.Accept()
	if err != nil {
		<-l.free
		return nil, err
	}
	return &boundedConn{Conn: c, release: sync.OnceFunc(func() { <-l.free })}, nil
}

func (l *boundedListener) Close() error {
	l.once.Do(func() { close(l.closed) })
	return l.Listener.Close()
}

type boundedConn struct {
	net.Conn
	release func()
}

func (c *boundedConn) Close() error {
	defer c.release()
	return c.Conn.Close()
}
